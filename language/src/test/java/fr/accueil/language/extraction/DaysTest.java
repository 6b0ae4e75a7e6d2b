package fr.accueil.language.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Days as customers write them, on Tuesday 10 March 2026.
class DaysTest {

    private static final ZonedDateTime TUESDAY = ZonedDateTime.parse("2026-03-10T10:15+01:00[Europe/Paris]");

    private final Extractor extractor = new Extractor();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            mardi | 2026-03-17
            mercredit | 2026-03-11
            vendrediii si possible | 2026-03-13
            jeudi prochain | 2026-03-12
            jeudi mais pas cette semaine, celui d'après | 2026-03-19
            samedi mais pas ce samedi, le suivant | 2026-03-21
            lundi pas celui-là, l'autre d'après | 2026-03-23
            mercredi en quinze | 2026-03-25
            le 12 | 2026-03-12
            12 | 2026-03-12
            le 10 | 2026-03-10
            le 1er | 2026-04-01
            le 15 stp | 2026-03-15
            on part sur le 22 alors | 2026-03-22
            20/03/2026 | 2026-03-20
            13-03-26 | 2026-03-13
            le 17.04 | 2026-04-17
            vendredi 20 mars | 2026-03-20
            jeudi 2/04 | 2026-04-02
            jeudi 2 avril 2026 | 2026-04-02
            le 3 du mois prochain | 2026-04-03
            2026-03-27 | 2026-03-27
            5 mars | 2026-03-05
            le trois janvier | 2027-01-03
            32 mars | -
            30 février | -
            45/12 | -
            dem1 | 2026-03-11
            demain si vs avez de la place | 2026-03-11
            dmn svp | 2026-03-11
            apres dm | 2026-03-12
            aprés-demain | 2026-03-12
            apres 2m1 | 2026-03-12
            après après-demain non mais après-demain | 2026-03-12
            ajd | 2026-03-10
            ce soir | 2026-03-10
            cet aprem si c possible | 2026-03-10
            auj ou demain | 2026-03-10/2026-03-11
            dans 8 jours | 2026-03-17
            dans dix jours | 2026-03-20
            d'ici 3 semaines | 2026-03-31
            ds 2 sem | 2026-03-24
            dans deux semaines le vendredi | 2026-03-27
            le jeudi dans deux semaines | 2026-03-26
            la semaine pro | 2026-03-16/2026-03-22
            plutôt en début de semaine prochaine | 2026-03-16/2026-03-17
            fin de semaine prochaine | 2026-03-19/2026-03-21
            la semaine du 23 | 2026-03-23/2026-03-29
            cette semaine | 2026-03-10/2026-03-15
            le week-end du 21 mars | 2026-03-21/2026-03-22
            ce weekend | 2026-03-14/2026-03-15
            début avril | 2026-04-01/2026-04-10
            mi-avril | 2026-04-11/2026-04-20
            fin du mois | 2026-03-21/2026-03-31
            courant mai | 2026-05-01/2026-05-31
            le mois prochain | 2026-04-01/2026-04-30
            entre lundi et mercredi | 2026-03-16/2026-03-18
            du 23 au 27 mars | 2026-03-23/2026-03-27
            entre le 28 et le 30 avril | 2026-04-28/2026-04-30
            lundi ou mardi | 2026-03-16/2026-03-17
            le 18 ou le 19 | 2026-03-18/2026-03-19
            le 18 ou 19 mars | 2026-03-18/2026-03-19
            mardi non mercredi | 2026-03-11
            demain, ah non pardon jeudi | 2026-03-12
            pas demain, après-demain | 2026-03-12
            pas lundi, plutôt mardi | 2026-03-17
            jeudi je peux pas, vendredi oui | 2026-03-13
            samedi c'est mort, lundi alors | 2026-03-16
            n'importe quel jour sauf lundi | -
            tout sauf le mercredi | -
            pas samedi | -
            mercredi les enfants sont là donc plutôt vendredi | 2026-03-13
            ascension | 2026-05-14
            le lendemain de l'Ascension | 2026-05-15
            la veille de Noël | 2026-12-24
            le mardi après Pâques | 2026-04-07
            lundi de Pentecôte | 2026-05-25
            le 15 août | 2026-08-15
            pour la fête des mères | 2026-05-31
            la veille du 1er mai | 2026-04-30
            le deuxième mercredi d'avril | 2026-04-08
            le premier lundi du mois prochain | 2026-04-06
            next friday | 2026-03-13
            on thursday please | 2026-03-12
            march 20th | 2026-03-20
            the 24th | 2026-03-24
            day after tomorrow | 2026-03-12
            next week | 2026-03-16/2026-03-22
            in 3 days | 2026-03-13
            mañana | 2026-03-11
            el viernes | 2026-03-13
            el 20 de marzo | 2026-03-20
            pasado mañana | 2026-03-12
            sam | 2026-03-14
            jeu ou ven | 2026-03-12/2026-03-13
            pourquoi pas lundi | 2026-03-16
            dans la semaine peu importe le jour | 2026-03-10/2026-03-15
            peu importe | -
            quand vous voulez | -
            j'ai 42 ans | -
            au 12 rue des Lilas | -
            06 39 98 12 34 | -
            ca coute 45 euros ? | -
            oui | -
            demande à mon mari | -
            vous êtes où ? | -
            je préfère le jeudi | 2026-03-12
            jeudi en 8 | 2026-03-19
            le 6 en matinée | 2026-04-06
            plutôt le w-e | 2026-03-14/2026-03-15
            dès demain | 2026-03-11
            lundi matin ou mardi | 2026-03-16
            samedi 14 | 2026-03-14
            le 24 mars ou le 25 | 2026-03-24/2026-03-25
            """)
    void a_day_is_read(String said, @Nullable String meant) {
        assertThat(extractor
                        .day(said, TUESDAY)
                        .asOptional()
                        .map(Object::toString)
                        .orElse(null))
                .isEqualTo(meant);
    }
}
