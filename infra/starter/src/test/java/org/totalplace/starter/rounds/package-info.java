@NullMarked
package org.totalplace.starter.rounds;

import org.jspecify.annotations.NullMarked;
