package org.totalplace.journey.community.directory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the directory of services is kept.
 *
 * @param staleAfterDays days after which information that nobody checked counts as stale, where its source has no limit
 * of its own
 * @param mostGone the share of a source's listed services, in per cent, that a whole import may take off without being
 * confirmed
 * @param zone in whose days and hours services are open
 */
@ConfigurationProperties("totalplace.directory")
public record DirectorySettings(
        @DefaultValue("365") int staleAfterDays,
        @DefaultValue("25") int mostGone,
        @DefaultValue("Europe/London") java.time.ZoneId zone) {}
