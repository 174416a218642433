/** Members of a place who help each other: helpers with checks that expire, requests, introductions, hours. */
@NullMarked
package org.totalplace.journey.community.circle;

import org.jspecify.annotations.NullMarked;
