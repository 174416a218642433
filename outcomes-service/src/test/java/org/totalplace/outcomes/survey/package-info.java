@NullMarked
package org.totalplace.outcomes.survey;

import org.jspecify.annotations.NullMarked;
