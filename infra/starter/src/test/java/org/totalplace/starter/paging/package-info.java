@NullMarked
package org.totalplace.starter.paging;

import org.jspecify.annotations.NullMarked;
