/** The queue of service lines whose function nobody knows yet. */
@NullMarked
package org.totalplace.gateway.page.serviceline;

import org.jspecify.annotations.NullMarked;
