/** The register of official bodies: what it holds, and by which spellings a body is found. */
@NullMarked
package org.totalplace.spend.body;

import org.jspecify.annotations.NullMarked;
