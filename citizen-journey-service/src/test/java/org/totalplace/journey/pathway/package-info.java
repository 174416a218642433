/** What really happened: a person's contacts in their order, and the ways that many persons took through a map. */
@NullMarked
package org.totalplace.journey.pathway;

import org.jspecify.annotations.NullMarked;
