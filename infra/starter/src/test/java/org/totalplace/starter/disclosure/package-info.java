@NullMarked
package org.totalplace.starter.disclosure;

import org.jspecify.annotations.NullMarked;
