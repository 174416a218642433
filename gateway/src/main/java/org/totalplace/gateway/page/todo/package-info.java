/** The page that says all that waits for a steward. */
@NullMarked
package org.totalplace.gateway.page.todo;

import org.jspecify.annotations.NullMarked;
