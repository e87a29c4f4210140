package ru.cur.directory;

/** What kind of body answers for a matter: the values that the decision table {@code incident-routing} puts out. */
public enum BodyKind {
    MUNICIPALITY("вопросы местного значения"),
    HEAT_UTILITY("теплоснабжение"),
    WATER_UTILITY("водоснабжение и водоотведение"),
    POWER_GRID("электрические сети"),
    POWER_SALES("сбыт электроэнергии"),
    GAS_UTILITY("газоснабжение"),
    WASTE_OPERATOR("вывоз твёрдых коммунальных отходов"),
    CITY_MAINTENANCE("содержание городских территорий"),
    KRAI_ROADS("краевые дороги"),
    FEDERAL_ROADS("федеральные дороги"),
    HOUSING_INSPECTION("жилищный надзор"),
    CAPITAL_REPAIR_FUND("капитальный ремонт домов"),
    MINISTRY_HOUSING("жилищно-коммунальное хозяйство"),
    MINISTRY_ENERGY("энергетика и газификация"),
    MINISTRY_TRANSPORT("транспорт и дорожное хозяйство"),
    MINISTRY_CONSTRUCTION("строительство"),
    MINISTRY_HEALTH("здравоохранение"),
    MINISTRY_EDUCATION("образование"),
    MINISTRY_SOCIAL("социальная защита"),
    MINISTRY_NATURE("природа и лес"),
    MINISTRY_LAND("земля и имущество"),
    MINISTRY_DIGITAL("связь и цифровое развитие"),
    MINISTRY_CULTURE("культура"),
    MINISTRY_SPORT("физкультура и спорт"),
    MINISTRY_TOURISM("туризм"),
    MINISTRY_INDUSTRY("торговля и промышленность"),
    MINISTRY_LABOUR("труд и зарплата"),
    VETERINARY_INSPECTION("ветеринарный надзор"),
    PUBLIC_TRANSPORT_OPERATOR("пассажирские перевозки"),
    MANHOLE_OWNER("люки и колодцы"),
    CUR("решение куратора ЦУР");

    private final String title;

    BodyKind(String title) {
        this.title = title;
    }

    /** What the body answers for, in Russian, to be read after «отвечает за». */
    public String title() {
        return title;
    }
}
