/** The queue of service lines whose function nobody knows yet. */
@NullMarked
package org.totalplace.gateway.page.service;

import org.jspecify.annotations.NullMarked;
