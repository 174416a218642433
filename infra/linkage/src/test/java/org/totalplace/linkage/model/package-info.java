/** Tests of model. */
@NullMarked
package org.totalplace.linkage.model;

import org.jspecify.annotations.NullMarked;
