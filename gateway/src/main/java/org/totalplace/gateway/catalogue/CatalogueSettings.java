package org.totalplace.gateway.catalogue;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the catalogue says of who publishes.
 *
 * @param publisher the partnership's name
 * @param licence address of the licence under which figures may be used; empty while none is granted
 */
@ConfigurationProperties("totalplace.catalogue")
record CatalogueSettings(String publisher, String licence) {}
