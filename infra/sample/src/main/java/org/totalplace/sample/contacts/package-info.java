/** What agencies did for residents along four journeys, and the maps of those journeys. */
@NullMarked
package org.totalplace.sample.contacts;

import org.jspecify.annotations.NullMarked;
