namespace TeacherCpd.Originality.Tests;

/// <summary>Texts written for these tests, in the three languages, each on a topic of its own.</summary>
internal static class Samples
{
    public const string Kazakh =
        "Сабақтың басында оқушылармен бірге өткен тақырыпты еске түсіріп, үй тапсырмасын шағын топтарда тексердік. "
        + "Әр топ өз жұмысын тақтаға іліп, басқа топтардың сұрақтарына жауап берді. "
        + "Осы тәсіл балалардың бір-бірін тыңдауына және дәлел келтіруіне көмектесетінін байқадым. "
        + "Екінші кезеңде жаңа ұғымды мысалдар арқылы түсіндіріп, оқушыларға деңгейлік тапсырмалар ұсындым. "
        + "Қиын тапсырманы таңдаған балалар шешу жолын сыныптастарына түсіндіріп берді. "
        + "Сабақ соңында бағалау парағын толтырып, әркім өз жетістігі мен кедергісін жазды. "
        + "Келесі сабақта осы парақтарға сүйеніп, қолдау қажет оқушылармен жеке жұмыс жоспарладым.";

    public const string Russian =
        "На протяжении учебного года я проводила наблюдение за тем, как шестиклассники читают научные тексты. "
        + "Сначала большинство ребят пересказывали прочитанное дословно и затруднялись выделить главную мысль. "
        + "Поэтому мы ввели короткие карточки, на которых ученик записывал вопрос автору и собственное возражение. "
        + "Через два месяца количество содержательных вопросов выросло почти втрое, а обсуждение стало спокойнее. "
        + "Родители заметили, что дома дети охотнее рассказывают о прочитанном и спорят с учебником. "
        + "Вместе с коллегами из методического объединения мы описали приём и проверили его в параллельных классах. "
        + "Результаты показали, что карточки помогают прежде всего молчаливым ученикам.";

    public const string English =
        "During the laboratory module my students measured how quickly ice melts on different surfaces. "
        + "Each pair predicted the outcome, recorded temperatures every minute and drew a graph by hand. "
        + "Several predictions turned out wrong, which made the following discussion unusually lively. "
        + "We compared conductivity of metal, wood and plastic and argued about sources of error. "
        + "Afterwards the learners rewrote their explanations using evidence from the graphs. "
        + "Observing colleagues suggested giving weaker groups a partially completed table next time. "
        + "I adapted the worksheet accordingly and repeated the experiment with a parallel class.";

    public static readonly string[] All = [Kazakh, Russian, English];

    public static TheoryData<string> Texts => [.. All];

    public static Guid Id(int number) => new($"00000000-0000-7000-8000-{number:D12}");
}
