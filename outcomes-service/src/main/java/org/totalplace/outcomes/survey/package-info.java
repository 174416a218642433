/** What people answer when they are asked again and again: how content they are, whether they have a voice. */
@NullMarked
package org.totalplace.outcomes.survey;

import org.jspecify.annotations.NullMarked;
