/** Official public bodies: their codes in every scheme, their names, their first and last days, who follows. */
@NullMarked
package org.totalplace.spend.body;

import org.jspecify.annotations.NullMarked;
