package org.totalplace.journey.personcost;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings of ranges. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CostingSettings.class)
class PersonCostConfiguration {}
