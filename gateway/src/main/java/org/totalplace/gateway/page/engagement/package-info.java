/** Consultations as everybody reads and answers them, and the form in which the communications team writes them. */
@NullMarked
package org.totalplace.gateway.page.engagement;

import org.jspecify.annotations.NullMarked;
