package org.sala.pdf;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Khmer as it is written: what Unicode's CLDR has translated, as ICU brings it along, and what no table has. */
final class Corpus {

    private static final ULocale KHMER = new ULocale("km");

    private Corpus() {}

    /** Names of countries, languages, scripts, currencies, cities, units, months and days; some with Latin letters or digits. */
    static List<String> cldr() {
        var names = LocaleDisplayNames.getInstance(KHMER);
        var zones = TimeZoneNames.getInstance(KHMER);
        var units = MeasureFormat.getInstance(KHMER, MeasureFormat.FormatWidth.WIDE);
        var dates = new DateFormatSymbols(KHMER);
        return Stream.of(
                        Arrays.stream(Locale.getISOCountries()).map(names::regionDisplayName),
                        Arrays.stream(Locale.getISOLanguages()).map(names::languageDisplayName),
                        Currency.getAvailableCurrencies().stream().map(it -> it.getDisplayName(KHMER.toLocale())),
                        Arrays.stream(TimeZone.getAvailableIDs()).map(zones::getExemplarLocationName),
                        MeasureUnit.getAvailable().stream()
                                .filter(it -> !it.getType().equals("currency"))
                                .map(units::getUnitDisplayName),
                        Arrays.stream(dates.getMonths()),
                        Arrays.stream(dates.getWeekdays()),
                        Arrays.stream(dates.getEraNames()),
                        Arrays.stream(dates.getQuarters(DateFormatSymbols.FORMAT, DateFormatSymbols.WIDE)))
                .flatMap(it -> it)
                .filter(Objects::nonNull)
                .filter(name -> name.codePoints()
                        .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.KHMER))
                .distinct()
                .sorted()
                .toList();
    }

    /** Stacks, vowels around their consonant, registers, lunar dates, old letters; several scripts and signs in one line. */
    static List<String> byHand() {
        return List.of(
                "ស្ត្រី",
                "កោះកុង",
                "គ្រឿង",
                "ព្រះរាជាណាចក្រកម្ពុជា",
                "សិក្ខាកាម ញ៉ាំ ស៊ី ប៊ិច",
                "ខ្ញុំបាទ កញ្ញា បញ្ជី",
                "ឫទ្ធី ឭ ឱកាស ឲ្យ",
                "ធម៌ ការណ៍ សប្ដាហ៍ ណាស់ ចាស៎",
                "០១២៣៤៥៦៧៨៩ ៛ ៗ ។ ៕ ៖",
                "᧠᧡ ៰៱",
                "លោកស្រី Sok Sophea នៅ Phnom Penh",
                "ថ្ងៃទី ៧ ដល់ ៩ ខែមិថុនា ឆ្នាំ ២០២២ (June 2022)",
                "CSO អង្គការ No. 12, ផ្លូវ ២៧១",
                "«សាលា» “Sala” – សាលា…",
                "Nguyễn Thị Hương · Zoë Müller · Пётр · Ελένη",
                "Budget: 1,250 € / 5’000’000 ៛",
                "A\u0300e\u0301 office fi ffi");
    }
}
