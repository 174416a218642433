/** Rules on the repository as a whole: its top level, and documents that quote only what exists. */
@NullMarked
package org.totalplace.guardrails.documents;

import org.jspecify.annotations.NullMarked;
