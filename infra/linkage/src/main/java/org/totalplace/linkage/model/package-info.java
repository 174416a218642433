/**
 * What a linkage model is: fields, comparison levels, their probabilities, thresholds and blocking rules, as one dated
 * file.
 */
@NullMarked
package org.totalplace.linkage.model;

import org.jspecify.annotations.NullMarked;
