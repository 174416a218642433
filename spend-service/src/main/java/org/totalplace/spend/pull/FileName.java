package org.totalplace.spend.pull;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what a fetched file is called. */
final class FileName {

    private static final Pattern SAID = Pattern.compile("filename=\"?([^\";]+)\"?");
    private static final int LONGEST = 255;

    private FileName() {}

    /** The last part of what the header says, or of the address. */
    static String of(URI address, @Nullable String contentDisposition) {
        Matcher said = SAID.matcher(contentDisposition == null ? "" : contentDisposition);
        String path = said.find() ? said.group(1).strip() : String.valueOf(address.getPath());
        String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        if (last.isBlank()) {
            return "delivery";
        }
        return last.length() > LONGEST ? last.substring(last.length() - LONGEST) : last;
    }
}
