@NullMarked
package org.totalplace.starter.security;

import org.jspecify.annotations.NullMarked;
