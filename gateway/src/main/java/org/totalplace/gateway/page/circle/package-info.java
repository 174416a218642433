/** What neighbours give each other: for everybody, for members, for the office, beside the place's pounds. */
@NullMarked
package org.totalplace.gateway.page.circle;

import org.jspecify.annotations.NullMarked;
