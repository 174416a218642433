/** The words that every service shares as types: money, years, agencies, subjects and persons. */
@NullMarked
package org.totalplace.value;

import org.jspecify.annotations.NullMarked;
