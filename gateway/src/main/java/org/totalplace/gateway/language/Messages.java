package org.totalplace.gateway.language;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The words of pages by their keys, in ICU message syntax, for templates and for sentences made in Java alike. They
 * stand in {@code messages/<language>/<feature>.properties}; a key begins with its feature.
 */
@Component("messageSource")
public final class Messages implements MessageSource {

    /** A message in a language. */
    private record Said(Language language, String key) {}

    private final Map<Language, Map<String, String>> patterns = new EnumMap<>(Language.class);
    private final Map<Said, MessageFormat> formats = new ConcurrentHashMap<>();

    public Messages() {
        Arrays.stream(Language.values()).forEach(language -> patterns.put(language, read(language)));
    }

    /** @throws NoSuchMessageException where nobody wrote it: a fault of the program, which a test looks for */
    public String say(Language language, String key, @Nullable Object... args) {
        String pattern = patterns(language).get(key);
        if (pattern == null) {
            throw new NoSuchMessageException(key, language.locale());
        }
        if (args.length == 0 && pattern.indexOf('{') < 0) {
            return pattern;
        }
        MessageFormat format =
                formats.computeIfAbsent(new Said(language, key), said -> new MessageFormat(pattern, language.locale()));
        // It keeps what it makes for numbers, which is dear, and is not safe to share between threads without.
        synchronized (format) {
            return format.format(args);
        }
    }

    /** All of one language, by key. */
    public Map<String, String> patterns(Language language) {
        return patterns.getOrDefault(language, Map.of());
    }

    private static Map<String, String> read(Language language) {
        Map<String, String> all = new HashMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath:messages/" + language.code() + "/*.properties")) {
                Properties words = new Properties();
                try (Reader text = new java.io.InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    words.load(text);
                }
                words.stringPropertyNames().forEach(key -> {
                    if (all.put(key, words.getProperty(key)) != null) {
                        throw new IllegalStateException(key + " is said twice in " + language.code());
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }

    @Override
    public @Nullable String getMessage(
            String code, Object @Nullable [] args, @Nullable String defaultMessage, @Nullable Locale locale) {
        Language language = language(locale);
        return patterns(language).containsKey(code) ? getMessage(code, args, locale) : defaultMessage;
    }

    @Override
    public String getMessage(String code, Object @Nullable [] args, @Nullable Locale locale) {
        return say(language(locale), code, args == null ? new Object[0] : args);
    }

    @Override
    public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
        String[] codes = resolvable.getCodes();
        return Arrays.stream(codes == null ? new String[0] : codes)
                .filter(patterns(language(locale))::containsKey)
                .findFirst()
                .map(code -> getMessage(code, resolvable.getArguments(), locale))
                .or(() -> Optional.ofNullable(resolvable.getDefaultMessage()))
                .orElseThrow(() -> new NoSuchMessageException(Arrays.toString(codes)));
    }

    private static Language language(@Nullable Locale locale) {
        return Language.called(locale == null ? null : locale.getLanguage()).orElse(Language.ENGLISH);
    }
}
