@NullMarked
package org.totalplace.starter.problem;

import org.jspecify.annotations.NullMarked;
