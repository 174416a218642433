/** On how few people the cost of a year falls. */
@NullMarked
package org.totalplace.gateway.page.concentration;

import org.jspecify.annotations.NullMarked;
