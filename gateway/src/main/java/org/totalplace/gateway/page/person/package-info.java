/** The pages about one person, for those who may look. */
@NullMarked
package org.totalplace.gateway.page.person;

import org.jspecify.annotations.NullMarked;
