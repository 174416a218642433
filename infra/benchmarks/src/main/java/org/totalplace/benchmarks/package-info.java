/** Benchmarks: each states its question, measures against a peer in the same run, and prints ratios. */
@NullMarked
package org.totalplace.benchmarks;

import org.jspecify.annotations.NullMarked;
