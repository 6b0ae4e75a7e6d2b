package fr.accueil.language.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Services of five trades, asked for in their customers' words.
class ServicesTest {

    private static final ServiceCatalogue INSTITUTE = catalogue("""
            cire_sourcils=Épilation des sourcils à la cire
            cire_maillot=Épilation maillot
            cire_demi_jambes=Épilation demi-jambes
            cire_jambes=Épilation jambes entières
            cire_aisselles=Épilation aisselles
            teinture_cils=Teinture de cils
            rehaussement=Rehaussement de cils
            extensions=Extensions de cils
            gel=Pose de gel
            semi=Vernis semi-permanent
            depose=Dépose
            manucure=Manucure
            pedicure=Beauté des pieds
            visage=Soin du visage
            massage=Massage relaxant
            modelage_dos=Massage du dos
            maquillage=Maquillage
            gommage=Gommage du corps""");
    private static final ServiceCatalogue SALON = catalogue("""
            coupe_f=Coupe femme
            coupe_h=Coupe homme
            coupe_e=Coupe enfant
            barbe=Barbe
            couleur=Coloration
            racines=Retouche racines
            meches=Mèches et balayage
            lissage=Lissage brésilien
            brushing=Brushing
            chignon=Chignon
            extensions=Extensions de cheveux""");
    private static final ServiceCatalogue TRADES = catalogue("""
            fuite=Réparation de fuite
            debouchage=Débouchage
            chauffe_eau=Chauffe-eau
            chaudiere=Entretien de chaudière
            radiateur=Radiateurs
            robinet=Remplacement de robinet
            wc=WC et sanitaires
            panne=Panne électrique
            prise=Prises et interrupteurs
            tableau=Tableau électrique
            serrure=Serrure à changer
            porte=Ouverture de porte
            volet=Volet roulant
            vitre=Remplacement de vitre
            peinture=Peinture
            carrelage=Carrelage
            parquet=Parquet
            toiture=Toiture
            clim=Climatisation""");
    private static final ServiceCatalogue GARDEN = catalogue("""
            tonte=Tonte de pelouse
            haie=Taille de haies
            elagage=Élagage
            menage=Ménage à domicile
            vitres=Nettoyage des vitres
            nuisibles_guepes=Nid de guêpes ou de frelons
            punaises=Punaises de lit
            rats=Dératisation
            demenagement=Déménagement
            cloture=Pose de clôture""");
    private static final ServiceCatalogue GARAGE = catalogue("""
            vidange=Vidange
            pneus=Changement de pneus
            freins=Freins
            revision=Révision
            clim=Recharge de climatisation
            batterie=Batterie
            pare_brise=Pare-brise""");

    private final Extractor extractor = new Extractor();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            INSTITUTE | mes sourcils ressemblent à une jungle | cire_sourcils
            INSTITUTE | faudrait m'épiler les sourcil | cire_sourcils
            INSTITUTE | sous les bras svp | cire_aisselles
            INSTITUTE | les mollets | cire_demi_jambes
            INSTITUTE | les jambes jusqu'en haut | cire_jambes
            INSTITUTE | jambes entieres | cire_jambes
            INSTITUTE | un maillot | cire_maillot
            INSTITUTE | des cils plus longs et plus fournis | extensions
            INSTITUTE | mes cils sont tout droits, je voudrais qu'ils soient recourbés | rehaussement
            INSTITUTE | teindre mes cils | teinture_cils
            INSTITUTE | un vernis qui tient 3 semaines | semi
            INSTITUTE | manicure | manucure
            INSTITUTE | j'ai les talons dans un état | pedicure
            INSTITUTE | pédicure | pedicure
            INSTITUTE | j'ai la peau terne, il me faut un truc pour le visage | visage
            INSTITUTE | j'ai le dos en compote | modelage_dos
            INSTITUTE | mascara et fond de teint pour une soirée, qu'on me maquille | maquillage
            INSTITUTE | enlever mon gel | depose
            INSTITUTE | une épilation | -
            INSTITUTE | je sais pas trop | -
            INSTITUTE | vous faites quoi ? | -
            INSTITUTE | bonjour | -
            SALON | une coupe pour mon mari | coupe_h
            SALON | couper les cheveux de mon fils de 5 ans | coupe_e
            SALON | j'ai 4 cm de repousse | racines
            SALON | passer en blonde | couleur
            SALON | balayge | meches
            SALON | lissage bresilein | lissage
            SALON | un bruching | brushing
            SALON | tailler ma barbe | barbe
            SALON | rajouts pour avoir les cheveux longs | extensions
            SALON | comme la dernière fois | -
            TRADES | ça goutte sous l'évier | fuite
            TRADES | il y a de l'eau partout dans la cuisine | fuite
            TRADES | l'évier est bouché | debouchage
            TRADES | la douche s'évacue plus | debouchage
            TRADES | on a plus d'eau chaude depuis ce matin | chauffe_eau
            TRADES | le robinet de la cuisine est foutu, à changer | robinet
            TRADES | la chasse d'eau ne s'arrête pas | wc
            TRADES | plus de courant dans toute la maison | panne
            TRADES | ajouter une prise dans le bureau | prise
            TRADES | ma clé est restée à l'intérieur | porte
            TRADES | je suis enfermé dehors | porte
            TRADES | on m'a volé mes clés, changer le barillet | serrure
            TRADES | le volet reste coincé en bas | volet
            TRADES | carreau cassé | vitre
            TRADES | repeindre la chambre du petit | peinture
            TRADES | des tuiles se sont envolées | toiture
            TRADES | la clim souffle chaud | clim
            TRADES | le chauffage ne marche plus, radiateurs froids | radiateur
            TRADES | j'ai un souci chez moi | -
            GARDEN | tondre le gazon | tonte
            GARDEN | la haie de thuyas a trop poussé | haie
            GARDEN | couper une grosse branche qui menace le toit | elagage
            GARDEN | une femme de ménage 2h par semaine | menage
            GARDEN | il y a un nid de frelons sous le toit | nuisibles_guepes
            GARDEN | on se fait piquer la nuit, des punaises je crois | punaises
            GARDEN | ça gratte dans le grenier, des souris | rats
            GARAGE | faire la vidange | vidange
            GARAGE | les plaquettes sont usées, ça grince quand je freine | freins
            GARAGE | elle démarre plus, sûrement la batterie | batterie
            GARAGE | impact sur le pare-brise | pare_brise
            GARAGE | j'ai crevé | pneus
            """)
    void the_service_meant_is_found(String where, String said, @Nullable String key) {
        assertThat(extractor.service(said, named(where)).asOptional().orElse(null))
                .isEqualTo(key);
    }

    @Test
    void several_services_in_one_message_are_all_found() {
        assertThat(extractor.services("manucure et beauté des pieds", INSTITUTE))
                .containsExactlyInAnyOrder("manucure", "pedicure");
        assertThat(extractor.services("sourcils + maillot", INSTITUTE))
                .containsExactlyInAnyOrder("cire_sourcils", "cire_maillot");
        assertThat(extractor.services("une couleur puis un brushing", SALON))
                .containsExactlyInAnyOrder("couleur", "brushing");
    }

    @Test
    void one_service_that_covers_all_is_not_taken_apart() {
        var barber = catalogue("""
                coupe=Coupe homme
                barbe=Taille de barbe
                forfait=Coupe homme et barbe""");
        assertThat(extractor.services("coupe et barbe", barber)).containsExactly("forfait");
    }

    @Test
    void other_names_given_by_the_business_count_as_its_label() {
        var catalogue = new ServiceCatalogue(List.of(
                new ServiceCatalogue.Entry("signature", "Rituel Signature", List.of("massage balinais")),
                new ServiceCatalogue.Entry("eclat", "Rituel Éclat", List.of("soin du visage"))));
        assertThat(extractor.service("un massage svp", catalogue)).isEqualTo(Extraction.of("signature"));
        assertThat(extractor.service("le rituel éclat", catalogue)).isEqualTo(Extraction.of("eclat"));
    }

    private static ServiceCatalogue named(String where) {
        return switch (where) {
            case "INSTITUTE" -> INSTITUTE;
            case "SALON" -> SALON;
            case "TRADES" -> TRADES;
            case "GARDEN" -> GARDEN;
            case "GARAGE" -> GARAGE;
            default -> throw new IllegalArgumentException(where);
        };
    }

    private static ServiceCatalogue catalogue(String lines) {
        return new ServiceCatalogue(Arrays.stream(lines.split("\n"))
                .map(line -> line.split("="))
                .map(pair -> new ServiceCatalogue.Entry(pair[0], pair[1], List.of()))
                .toList());
    }
}
