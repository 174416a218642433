/** The identity provider of the local place: who the demonstration clients and users are, as signed tokens. */
@NullMarked
package org.totalplace.identityprovider;

import org.jspecify.annotations.NullMarked;
