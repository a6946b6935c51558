using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Domain.Tests.Planning;

[Properties(Replay = "20261128,4211")]
public sealed class DeadlinePhraseTests
{
    private static readonly PlanYear Year2024 = new(PlanYearKind.Calendar, 2024);
    private static readonly PlanYear School2024 = new(PlanYearKind.School, 2024);

    /// <summary>Phrases of the plans of 2014 and 2024 and others as offices write them, in the calendar year 2024.</summary>
    [Theory]
    [InlineData("25 қыркүйекке дейін", "1.1-25.9")]
    [InlineData("25-қыркүйекке дейін", "1.1-25.9")]
    [InlineData("2024 жылғы 25 қыркүйекке дейін", "1.1-25.9")]
    [InlineData("25.09.2024 дейін", "1.1-25.9")]
    [InlineData("до 25 сентября", "1.1-25.9")]
    [InlineData("до 25-го сентября 2024 г.", "1.1-25.9")]
    [InlineData("к 25 сентября", "1.1-25.9")]
    [InlineData("не позднее 25 сентября", "1.1-25.9")]
    [InlineData("срок до 25.09", "1.1-25.9")]
    [InlineData("жыл соңына дейін", "1.1-31.12")]
    [InlineData("до конца сентября", "1.1-30.9")]
    [InlineData("қыркүйек айының соңына дейін", "1.1-30.9")]
    [InlineData("25 қыркүйек", "25.9")]
    [InlineData("25 қыркүйекте", "25.9")]
    [InlineData("қыркүйектің 25-і", "25.9")]
    [InlineData("25\u00a0сентября\u20092024\u00a0года", "25.9")]
    [InlineData("2024-09-25", "25.9")]
    [InlineData("25.09.24", "25.9")]
    [InlineData("5, 12, 19 қазан", "5.10;12.10;19.10")]
    [InlineData("5 және 12 қазан", "5.10;12.10")]
    [InlineData("10-15 қыркүйек", "10.9-15.9")]
    [InlineData("10 – 15 сентября", "10.9-15.9")]
    [InlineData("с 10 по 15 сентября", "10.9-15.9")]
    [InlineData("10.09-15.09.2024", "10.9-15.9")]
    [InlineData("10-нан 15 қыркүйекке дейін", "10.9-15.9")]
    [InlineData("25 қыркүйектен 5 қазанға дейін", "25.9-5.10")]
    [InlineData("25 сентября — 5 октября", "25.9-5.10")]
    [InlineData("с 1 сентября", "1.9-31.12")]
    [InlineData("1 қыркүйектен бастап", "1.9-31.12")]
    [InlineData("наурыз", "1.3-31.3")]
    [InlineData("Қыркүйек айы", "1.9-30.9")]
    [InlineData("в сентябре месяце", "1.9-30.9")]
    [InlineData("октябрь", "1.10-31.10")]
    [InlineData("ақпан-наурыз", "1.2-31.3")]
    [InlineData("қаңтар - ақпан", "1.1-29.2")]
    [InlineData("шілде−тамыз", "1.7-31.8")]
    [InlineData("наурыз-қараша", "1.3-30.11")]
    [InlineData("наурыз\u2011қараша", "1.3-30.11")]
    [InlineData("қыркүйек-мамыр", "1.1-31.5;1.9-31.12")]
    [InlineData("сентябрь-май", "1.1-31.5;1.9-31.12")]
    [InlineData("с сентября по май", "1.1-31.5;1.9-31.12")]
    [InlineData("қыркүйектен мамырға дейін", "1.1-31.5;1.9-31.12")]
    [InlineData("оқу жылы бойы", "1.1-31.5;1.9-31.12")]
    [InlineData("в течение учебного года", "1.1-31.5;1.9-31.12")]
    [InlineData("20 желтоқсан - 10 қаңтар", "1.1-10.1;20.12-31.12")]
    [InlineData("сәуір; қазан", "1.4-30.4;1.10-31.10")]
    [InlineData("маусым, тамыз", "1.6-30.6;1.8-31.8")]
    [InlineData("июнь и август", "1.6-30.6;1.8-31.8")]
    [InlineData("қырк., қаз.", "1.9-30.9;1.10-31.10")]
    [InlineData("жыл бойы", "1.1-31.12")]
    [InlineData("Жыл  бойына", "1.1-31.12")]
    [InlineData("жыл ішінде", "1.1-31.12")]
    [InlineData("2024 жыл бойы", "1.1-31.12")]
    [InlineData("в течение года", "1.1-31.12")]
    [InlineData("постоянно", "1.1-31.12")]
    [InlineData("тұрақты", "1.1-31.12")]
    [InlineData("І-жартыжылдық", "1.1-30.6")]
    [InlineData("II жартыжылдық", "1.7-31.12")]
    [InlineData("бірінші жартыжылдықта", "1.1-30.6")]
    [InlineData("2 полугодие", "1.7-31.12")]
    [InlineData("I тоқсан", "1.1-31.3")]
    [InlineData("3-тоқсан", "1.7-30.9")]
    [InlineData("ІV квартал", "1.10-31.12")]
    [InlineData("II-III квартал 2024 г.", "1.4-30.6;1.7-30.9")]
    [InlineData("тоқсан сайын", "1.1-31.3;1.4-30.6;1.7-30.9;1.10-31.12")]
    [InlineData("тоқсанына 1 рет", "1.1-31.3;1.4-30.6;1.7-30.9;1.10-31.12")]
    [InlineData("ежеквартально", "1.1-31.3;1.4-30.6;1.7-30.9;1.10-31.12")]
    [InlineData("1 раз в квартал", "1.1-31.3;1.4-30.6;1.7-30.9;1.10-31.12")]
    [InlineData("жылына екі рет, жартыжылдық бойынша", "1.1-30.6;1.7-31.12")]
    [InlineData("2 раза в год, по полугодиям", "1.1-30.6;1.7-31.12")]
    [InlineData("по полугодиям", "1.1-30.6;1.7-31.12")]
    [InlineData("жылына 2 рет", "1.1-31.12")]
    [InlineData("тоқсанның соңғы сәрсенбісі", "27.3;26.6;25.9;25.12")]
    [InlineData("последняя среда квартала", "27.3;26.6;25.9;25.12")]
    [InlineData("қыркүйектің 3-ші дүйсенбісі", "16.9")]
    [InlineData("третий понедельник сентября", "16.9")]
    [InlineData("қазанның соңғы жұмасы", "25.10")]
    [InlineData("қазанның 3-ші аптасы", "14.10-20.10")]
    [InlineData("3-я неделя октября", "14.10-20.10")]
    [InlineData("қыркүйек-қазан, әр айдың бірінші бейсенбісі", "5.9;3.10")]
    [InlineData("ежемесячно с сентября по октябрь", "1.9-30.9;1.10-31.10")]
    [InlineData("29 ақпан", "29.2")]
    [InlineData("әр айдың бесінші дүйсенбісі", "29.1;29.4;29.7;30.9;30.12")]
    public void APhrase_BecomesDays(string text, string days) => Assert.Equal(days, Days(DeadlinePhrase.Read(text, Year2024)));

    [Theory]
    [InlineData("ай сайын", 12, "1.1-31.1")]
    [InlineData("әр ай сайын", 0, "")]
    [InlineData("ежемесячно", 12, "1.1-31.1")]
    [InlineData("айына екі рет", 12, "1.1-31.1")]
    [InlineData("әр айдың 2-ші сейсенбісі", 12, "9.1")]
    [InlineData("айдың екінші сейсенбісі", 12, "9.1")]
    [InlineData("каждый второй вторник месяца", 12, "9.1")]
    [InlineData("әр айдың 1, 3 сейсенбісі", 24, "2.1")]
    [InlineData("3-я неделя", 12, "15.1-21.1")]
    [InlineData("әр айдың 25-іне дейін", 12, "1.1-25.1")]
    [InlineData("ай сайын 25-не дейін", 12, "1.1-25.1")]
    [InlineData("до 25 числа каждого месяца", 12, "1.1-25.1")]
    [InlineData("ежемесячно до 25 числа", 12, "1.1-25.1")]
    [InlineData("апта сайын", 53, "1.1-7.1")]
    [InlineData("еженедельно", 53, "1.1-7.1")]
    [InlineData("сәрсенбі сайын", 52, "3.1")]
    [InlineData("по средам", 52, "3.1")]
    [InlineData("дүйсенбі, сейсенбі сайын", 106, "1.1")]
    [InlineData("каждую среду", 52, "3.1")]
    [InlineData("күн сайын", 366, "1.1")]
    public void WhatIsRepeated_ComesAsOften(string text, int count, string first)
    {
        var phrase = DeadlinePhrase.Read(text, Year2024);

        Assert.Equal(count, phrase.Windows.Count);
        Assert.Equal(first, Days(phrase).Split(';')[0]);
    }

    [Theory]
    [InlineData("жеке жоспар бойынша", UndatedCause.OwnPlan)]
    [InlineData("по отдельному плану", UndatedCause.OwnPlan)]
    [InlineData("Индивидуальный план", UndatedCause.OwnPlan)]
    [InlineData("кесте бойынша", UndatedCause.Schedule)]
    [InlineData("по графику", UndatedCause.Schedule)]
    [InlineData("ОАМ көрсеткен мерзімде", UndatedCause.Ministry)]
    [InlineData("в сроки, установленные Министерством", UndatedCause.Ministry)]
    [InlineData("қажеттілікке қарай", UndatedCause.Need)]
    [InlineData("по мере необходимости", UndatedCause.Need)]
    [InlineData("тамыз конференциясынан кейін", UndatedCause.Event)]
    [InlineData("после завершения курсов", UndatedCause.Event)]
    [InlineData("по учебным четвертям", UndatedCause.SchoolTerm)]
    public void WhereAnotherSetsTheDay_ItStaysOpen(string text, UndatedCause cause)
    {
        var phrase = DeadlinePhrase.Read(text, Year2024);

        Assert.Equal((DeadlineKind.Undated, cause), (phrase.Kind, phrase.Cause));
        Assert.Empty(phrase.Windows);
        Assert.False(phrase.IsReminded);
    }

    [Fact]
    public void TheMinistryWithinMonths_IsOpenWithinThem()
    {
        var phrase = DeadlinePhrase.Read("ОАМ көрсеткен мерзімде (наурыз-қараша)", Year2024);

        Assert.Equal((DeadlineKind.Days, UndatedCause.Ministry, "1.3-30.11"), (phrase.Kind, phrase.Cause, Days(phrase)));
    }

    [Theory]
    [InlineData("", UnreadReason.Empty)]
    [InlineData(" \u00a0 ", UnreadReason.Empty)]
    [InlineData("жақын арада", UnreadReason.Words)]
    [InlineData("скоро", UnreadReason.Words)]
    [InlineData("кейінірек", UnreadReason.Words)]
    [InlineData("мониторинг кезінде", UnreadReason.Words)]
    [InlineData("передача дел", UnreadReason.Words)]
    [InlineData("до сентября", UnreadReason.Words)]
    [InlineData("қыркүйекке дейін", UnreadReason.Words)]
    [InlineData("25 қыркүйек, кабинет 12", UnreadReason.Words)]
    [InlineData("25 қыркүйектен кейін", UnreadReason.Words)]
    [InlineData("15-10 қыркүйек", UnreadReason.Words)]
    [InlineData("5 тоқсан", UnreadReason.Words)]
    [InlineData("сәрсенбі", UnreadReason.Words)]
    [InlineData("12", UnreadReason.Words)]
    [InlineData("32 қыркүйек", UnreadReason.Words)]
    [InlineData("31 қыркүйек", UnreadReason.NoSuchDay)]
    [InlineData("30 ақпанға дейін", UnreadReason.NoSuchDay)]
    [InlineData("25 қыркүйек 2023 ж.", UnreadReason.OtherYear)]
    [InlineData("до 25 сентября 2025 года", UnreadReason.OtherYear)]
    [InlineData("қараша 2023", UnreadReason.OtherYear)]
    public void WhatIsNotUnderstood_SaysSo(string text, UnreadReason reason)
    {
        var phrase = DeadlinePhrase.Read(text, Year2024);

        Assert.Equal((DeadlineKind.Unread, reason), (phrase.Kind, phrase.Reason));
        Assert.Empty(phrase.Windows);
        Assert.Null(phrase.Sentence);
    }

    [Theory]
    [InlineData("қыркүйек-мамыр", "1.9-31.5")]
    [InlineData("наурыз-қараша", "1.9-30.11;1.3-31.8")]
    [InlineData("20 желтоқсан – 10 қаңтар 2025 ж.", "20.12-10.1")]
    [InlineData("25 қыркүйекке дейін", "1.9-25.9")]
    [InlineData("жыл бойы", "1.9-31.8")]
    [InlineData("I жартыжылдық", "1.9-31.12")]
    [InlineData("по полугодиям", "1.9-31.12;1.1-31.5")]
    [InlineData("2024-2025 оқу жылы бойы", "1.9-31.5")]
    [InlineData("28 ақпан", "28.2")]
    public void InASchoolYear_MonthsFollowItsOrder(string text, string days) => Assert.Equal(days, Days(DeadlinePhrase.Read(text, School2024)));

    [Theory]
    [InlineData("тоқсан сайын")]
    [InlineData("I тоқсан")]
    [InlineData("последняя среда квартала")]
    public void QuartersOfASchoolYear_AreTermsWhoseDaysAreNotKnown(string text) =>
        Assert.Equal(UndatedCause.SchoolTerm, DeadlinePhrase.Read(text, School2024).Cause);

    [Theory]
    [InlineData(2023, false)]
    [InlineData(2024, true)]
    public void TheLeapDay_IsThereInLeapYears(int year, bool isThere) =>
        Assert.Equal(isThere, DeadlinePhrase.Read("29 ақпан", new PlanYear(PlanYearKind.Calendar, year)).Reason is null);

    [Fact]
    public void LatinLettersAmongCyrillic_AreReadAsTheyLook() =>
        Assert.Equal("1.1-25.9", Days(DeadlinePhrase.Read("25 қыpкүйeккe дeйiн", Year2024)));

    [Fact]
    public void WhatIsRepeatedEachWeek_IsNotRemindedOf()
    {
        Assert.False(DeadlinePhrase.Read("апта сайын", Year2024).IsReminded);
        Assert.True(DeadlinePhrase.Read("ай сайын", Year2024).IsReminded);
    }

    [Property(MaxTest = 300)]
    public Property TheSentence_IsReadAsTheSameRule() => Prop.ForAll(Rules().ToArbitrary(), Years().ToArbitrary(), (rule, year) =>
    {
        var sentence = DeadlineSentence.Of(rule, null);
        return Same(DeadlinePhrase.Read(sentence.Kk, year), rule).And(Same(DeadlinePhrase.Read(sentence.Ru, year), rule)).Label($"{sentence}");

        bool Same(DeadlinePhrase phrase, DeadlineRule expected) =>
            phrase.Kind == DeadlineKind.Unread
                ? phrase.Reason == UnreadReason.NoSuchDay && (!expected.IsIn(year) || expected.In(year).Count == 0)
                : phrase.Cause == UndatedCause.SchoolTerm || (Equals(phrase.Rule, expected) && phrase.Windows.SequenceEqual(expected.In(year)));
    });

    [Property(MaxTest = 300)]
    public Property EveryWindow_LiesInTheYearInOrder() => Prop.ForAll(Rules().ToArbitrary(), Years().ToArbitrary(), (rule, year) =>
        !rule.IsIn(year)
        || rule.In(year) is var windows
            && windows.All(w => w.From <= w.To && w.From >= year.First && w.To <= year.Last)
            && windows.Zip(windows.Skip(1)).All(pair => pair.First.From <= pair.Second.From));

    [Property(MaxTest = 500)]
    public bool AnyText_IsReadOrKept(string? text, ushort year)
    {
        var phrase = DeadlinePhrase.Read(text ?? "", new PlanYear(PlanYearKind.Calendar, 2000 + (year % 100)));
        return (phrase.Kind == DeadlineKind.Unread) == (phrase.Sentence is null);
    }

    private static Gen<PlanYear> Years() =>
        from kind in Gen.Elements(PlanYearKind.Calendar, PlanYearKind.School)
        from start in Gen.Choose(2000, 2090)
        select new PlanYear(kind, start);

    private static Gen<DeadlineRule> Rules()
    {
        var day = from month in Gen.Choose(1, 12) from d in Gen.Choose(1, 31) select new MonthDay(month, d);
        var wholeMonth = from month in Gen.Choose(1, 12) select new MonthDay(month);
        var one = from point in Gen.OneOf(day, wholeMonth) select new Span(point);
        var range = from first in Gen.OneOf(day, wholeMonth) from last in Gen.OneOf(day, wholeMonth) where first.Month != last.Month select new Span(first, last);
        var spans = from list in Gen.OneOf(one, range).ListOf(2) select new OnSpans([.. list]);
        var months = from first in wholeMonth from last in wholeMonth where first.Month != last.Month select new OnSpans([new Span(first, last)]);
        var only = Gen.OneOf(Gen.Constant<OnSpans?>(null), from m in months select (OnSpans?)m);
        var weekDay = Gen.Choose(0, 6).Select(d => (DayOfWeek)d);
        return Gen.OneOf(
            from s in spans select (DeadlineRule)s,
            from s in one select (DeadlineRule)new OnSpans([s]),
            from d in day select (DeadlineRule)new ByDay(d),
            from m in wholeMonth select (DeadlineRule)new ByDay(m),
            from d in Gen.Choose(1, 31) select (DeadlineRule)new ByDayOfEachMonth(d),
            from p in Gen.Elements(Enum.GetValues<Period>()) from times in Gen.Choose(1, 1) from o in only select (DeadlineRule)new EachPeriod(p, times, o),
            from p in Gen.Elements(Period.Week, Period.Month, Period.Quarter, Period.Year) from times in Gen.Choose(2, 12) from o in only select (DeadlineRule)new EachPeriod(p, times, o),
            from d in weekDay from o in only select (DeadlineRule)new EachWeek([d], o),
            from place in Gen.OneOf(Gen.Choose(1, 5), Gen.Constant(NthOf.Last))
            from d in Gen.OneOf(weekDay.Select(w => (DayOfWeek?)w), Gen.Constant<DayOfWeek?>(null))
            from p in Gen.Elements(Period.Month, Period.Quarter, Period.HalfYear, Period.Year)
            from o in only
            select (DeadlineRule)new NthOf([place], d, p, o),
            Gen.Constant<DeadlineRule>(new AllYear()));
    }

    private static string Days(DeadlinePhrase phrase) => string.Join(';', phrase.Windows.Select(w => w.IsOneDay ? Day(w.From) : $"{Day(w.From)}-{Day(w.To)}"));

    private static string Day(DateOnly day) => day.ToString("d.M", CultureInfo.InvariantCulture);
}
