@NullMarked
package org.totalplace.gateway.caller;

import org.jspecify.annotations.NullMarked;
