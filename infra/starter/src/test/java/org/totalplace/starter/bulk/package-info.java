@NullMarked
package org.totalplace.starter.bulk;

import org.jspecify.annotations.NullMarked;
