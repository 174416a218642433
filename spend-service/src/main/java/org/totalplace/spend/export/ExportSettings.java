package org.totalplace.spend.export;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much room exports may take while they are kept.
 *
 * @param mostOfCaller of one caller, all of theirs together
 * @param most of everybody together
 */
@ConfigurationProperties("totalplace.exports")
record ExportSettings(
        @DefaultValue("1GB") DataSize mostOfCaller,
        @DefaultValue("10GB") DataSize most) {

    ExportSettings {
        if (mostOfCaller.toBytes() < 1 || most.toBytes() < mostOfCaller.toBytes()) {
            throw new IllegalArgumentException(
                    "totalplace.exports.most-of-caller is 1 byte or more and most no less than it; not " + mostOfCaller
                            + " and " + most);
        }
    }
}
