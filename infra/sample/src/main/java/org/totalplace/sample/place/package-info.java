/** The bodies and services of Northmoor, and what every part of the generator draws and writes with. */
@NullMarked
package org.totalplace.sample.place;

import org.jspecify.annotations.NullMarked;
