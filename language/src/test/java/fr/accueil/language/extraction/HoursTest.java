package fr.accueil.language.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Hours as customers write them.
class HoursTest {

    private static final ZonedDateTime TUESDAY = ZonedDateTime.parse("2026-03-10T10:15+01:00[Europe/Paris]");

    private final Extractor extractor = new Extractor();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            9h | 09:00
            à 9 | 09:00
            10 | 10:00
            14h30 | 14:30
            14 h 30 | 14:30
            14:30 | 14:30
            14.30 | 14:30
            8H15 si possible | 08:15
            dix heures moins le quart | 09:45
            dix heures et quart | 10:15
            huit heures trente | 08:30
            douze heures trente | 12:30
            midi moins le quart | 11:45
            midi et demi | 12:30
            midi trente | 12:30
            vers midi | 12:00
            2h de l'aprem | 14:00
            5h de l'après-midi | 17:00
            8h du matin | 08:00
            8 heures du soir | 20:00
            3h | 15:00
            15h plutôt que 14h | 15:00
            entre 14 et 16h | 14:00/16:00
            entre 14h et 16h | 14:00/16:00
            de 9h à 11h | 09:00/11:00
            9h-11h | 09:00/11:00
            9-11h | 09:00/11:00
            10h/12h | 10:00/12:00
            de 14 à 16 | 14:00/16:00
            après 17h | 17:00/
            pas avant 10h | 10:00/
            à partir de 18h | 18:00/
            a partir de midi | 12:00/
            dès 8h30 | 08:30/
            avant midi | /12:00
            avant 9h svp | /09:00
            jusqu'à 16h | /16:00
            pas après 18h | /18:00
            17h au plus tard | /17:00
            16h grand max | /16:00
            après 14h mais avant 17h | 14:00/17:00
            je finis le boulot à 17h donc après 17h30 | 17:30/
            j'ai cours jusqu'à 15h donc après | 15:00/
            je dépose les enfants à 8h30 donc 9h | 09:00
            matin | morning
            plutôt le matin | morning
            dans la matinée | morning
            en début d'après-midi | afternoon
            fin d'aprem | afternoon
            l'après-midi | afternoon
            aprés midi | afternoon
            en fin de journée | evening
            le soir | evening
            en soirée | evening
            le midi | noon
            pendant ma pause déjeuner | noon
            pas le matin, l'après-midi | afternoon
            pas l'après-midi, le matin | morning
            11h ou 11h30 | 11:00/11:30
            10h non plutôt 11h | 11:00
            pas 14h, 15h | 15:00
            17h30 pas 18h | 17:30
            16h... euh 16h30 plutôt | 16:30
            10h ah non 10h30 j'ai un truc avant | 10:30
            3pm | 15:00
            10:30 am | 10:30
            at 4 pm | 16:00
            around 11 | 11:00
            in the morning | morning
            after 5pm | 17:00/
            before noon | /12:00
            between 2 and 4pm | 14:00/16:00
            a las 5 de la tarde | 17:00
            por la mañana | morning
            dix-huit heures quinze | 18:15
            vingt heures | 20:00
            18h15 pile | 18:15
            1430 | 14:30
            0930 | 09:30
            16 heures | 16:00
            le soir vers 7h | 19:00
            peu importe | -
            quand vous voulez | -
            comme vous voulez | -
            j'ai 35 ans | -
            c'est pour 3 personnes | -
            ça dure 2h ? | -
            un massage de 1h | -
            06 39 98 12 34 | -
            12 rue des Lilas | -
            45 euros | -
            2 prises à poser | -
            oui | -
            ouvert 24h/24 ? | -
            à l'heure que vous voulez | -
            le plus tôt possible | -
            """)
    void an_hour_is_read(String said, @Nullable String meant) {
        assertThat(extractor
                        .hour(said, TUESDAY)
                        .asOptional()
                        .map(Object::toString)
                        .orElse(null))
                .isEqualTo(meant);
    }
}
