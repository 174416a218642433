/** What crosses between services: the topics, and how their events are written as bytes. */
@NullMarked
package org.totalplace.contracts;

import org.jspecify.annotations.NullMarked;
