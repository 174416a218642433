/** The pages on which people say what they think, and read what was decided and done about it. */
@NullMarked
package org.totalplace.gateway.page.voice;

import org.jspecify.annotations.NullMarked;
