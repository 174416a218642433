package org.totalplace.spend.place;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The place as it is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Place.class)
class PlaceConfiguration {}
