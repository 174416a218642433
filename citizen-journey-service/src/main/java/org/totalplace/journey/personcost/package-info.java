/** What persons and maps cost, how far doubtful links move that, and on how few persons it falls. */
@NullMarked
package org.totalplace.journey.personcost;

import org.jspecify.annotations.NullMarked;
