package ru.cur.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.Decisions;
import ru.cur.directory.BodyKind;

class IncidentRoutingDecisionTest {
    private final Decisions routing = Decisions.of("incident/incident-routing.dmn");

    @ParameterizedTest
    @CsvSource({
        "HEAT-1, HEAT_UTILITY, нет отопления в доме",
        "HEAT-2, HEAT_UTILITY, холодно",
        "HEAT-3, HEAT_UTILITY, порыв теплотрассы",
        "HEAT-4, MUNICIPALITY, когда включат отопление",
        "HEAT-5, MUNICIPALITY, нет отопления в школе",
        "WATR-1, WATER_UTILITY, нет холодной воды",
        "WATR-2, HEAT_UTILITY, нет горячей воды",
        "WATR-3, WATER_UTILITY, ржавая вода",
        "WATR-4, WATER_UTILITY, порыв водовода",
        "WATR-5, WATER_UTILITY, канализация во дворе",
        "WATR-6, MUNICIPALITY, колонка",
        "ELEC-1, POWER_GRID, оборван провод",
        "ELEC-2, POWER_GRID, нет света",
        "ELEC-3, POWER_GRID, скачки напряжения",
        "ELEC-4, MUNICIPALITY, уличное освещение",
        "ELEC-5, KRAI_ROADS, освещение трассы",
        "GASS-1, GAS_UTILITY, запах газа",
        "GASS, GAS_UTILITY, вся тема",
        "HOUS-1, HOUSING_INSPECTION, лифт",
        "HOUS-2, HOUSING_INSPECTION, протекает крыша",
        "HOUS-3, MUNICIPALITY, сосульки",
        "HOUS-4, HOUSING_INSPECTION, грязный подъезд",
        "HOUS-5, POWER_SALES, квитанции",
        "HOUS-6, CAPITAL_REPAIR_FUND, капремонт",
        "HOUS-7, MUNICIPALITY, аварийное жильё",
        "HOUS-8, HOUSING_INSPECTION, бездействие УК",
        "ROAD-1, MANHOLE_OWNER, открытый люк",
        "ROAD-2, MUNICIPALITY, яма",
        "ROAD-3, MUNICIPALITY, снег",
        "ROAD-4, MUNICIPALITY, светофор",
        "ROAD-5, MUNICIPALITY, знак",
        "ROAD-6, MUNICIPALITY, ремонт дороги",
        "ROAD-7, MUNICIPALITY, тротуар",
        "ROAD-8, MINISTRY_TRANSPORT, мост",
        "ROAD-9, MUNICIPALITY, ливнёвка",
        "WAST-1, WASTE_OPERATOR, не вывезли мусор",
        "WAST-2, WASTE_OPERATOR, крупный мусор",
        "WAST-3, MUNICIPALITY, грязь на площадке",
        "WAST-4, MUNICIPALITY, нет контейнера",
        "WAST-5, MUNICIPALITY, свалка",
        "WAST-6, WASTE_OPERATOR, начисления",
        "IMPR-1, MUNICIPALITY, трава",
        "IMPR-3, MUNICIPALITY, аварийное дерево",
        "IMPR-6, MUNICIPALITY, пляж",
        "TRAN-1, MINISTRY_TRANSPORT, автобус не пришёл",
        "TRAN-2, PUBLIC_TRANSPORT_OPERATOR, хамство водителя",
        "TRAN-3, MUNICIPALITY, остановка",
        "TRAN-4, MINISTRY_TRANSPORT, паром",
        "HLTH-1, MINISTRY_HEALTH, лекарства",
        "HLTH-5, MINISTRY_HEALTH, нехватка врачей",
        "EDUC-1, MINISTRY_EDUCATION, образование",
        "SOCL-1, MINISTRY_SOCIAL, выплаты",
        "BLDG-1, MINISTRY_CONSTRUCTION, дольщики",
        "ECOL-1, MINISTRY_NATURE, дым",
        "ANIM-1, MUNICIPALITY, нападение собак",
        "SAFE-1, MUNICIPALITY, паводок",
        "LAND-1, MINISTRY_LAND, участки",
        "COMM-1, MINISTRY_DIGITAL, интернет",
        "CULT-1, MINISTRY_CULTURE, культура",
        "SPRT-1, MINISTRY_SPORT, спорт",
        "TOUR-1, MINISTRY_TOURISM, туризм",
        "TRAD-1, MINISTRY_INDUSTRY, цены",
        "LABR-1, MINISTRY_LABOUR, зарплата",
        "GOVR-1, CUR, работа органов",
        "THNK-1, CUR, благодарность",
        "LIFE-1, CUR, угроза жизни",
        "OTHR-1, CUR, прочее",
    })
    void theCategoryDecidesTheKindOfBody(String categoryCode, BodyKind kind, String topic) {
        assertThat(decide(categoryCode)).as(topic).isEqualTo(kind.name());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"NEWS-1", "heat-1", "-", "Отопление", "1"})
    void theCuratorSortsWhatNobodyDescribed(String categoryCode) {
        assertThat(decide(categoryCode)).isEqualTo("CUR");
    }

    @Test
    void aSpecialRowMeansItsCodeOnlyAndNotALongerOne() {
        assertThat(decide("ROAD-10")).isEqualTo("MUNICIPALITY");
        assertThat(decide("ELEC-40")).isEqualTo("POWER_GRID");
    }

    private Object decide(String categoryCode) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(IncidentHandlingProcess.Variables.CATEGORY_CODE.name(), categoryCode);
        return routing.answerTo(variables);
    }
}
