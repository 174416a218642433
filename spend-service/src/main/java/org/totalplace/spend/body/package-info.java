/** Official public bodies: their codes in every scheme, their names, since when and until when they are, who follows. */
@NullMarked
package org.totalplace.spend.body;

import org.jspecify.annotations.NullMarked;
