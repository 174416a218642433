package org.totalplace.journey.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.totalplace.value.Pseudonyms;

/** The place's secret key, without which the service does not start. */
@Configuration(proxyBeanMethods = false)
class PseudonymKey {

    /** @param pseudonymKey at least 32 hexadecimal digits; subjects of one key mean nothing under another */
    @ConfigurationProperties("totalplace")
    record Setting(@DefaultValue("") String pseudonymKey) {}

    @Bean
    Pseudonyms pseudonyms(Setting setting) {
        String hex = setting.pseudonymKey().strip();
        try {
            return Pseudonyms.ofHex(hex);
        } catch (IllegalArgumentException unfit) {
            throw new UnfitPseudonymKey(hex.length());
        }
    }
}
