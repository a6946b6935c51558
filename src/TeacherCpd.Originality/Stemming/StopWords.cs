using System.Collections.Frozen;

namespace TeacherCpd.Originality.Stemming;

/// <summary>
/// Words of four letters and more that say nothing about a text's origin; shorter ones are no content words anyway.
/// Written as they stand after folding (ё as е).
/// </summary>
internal static class StopWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> All = Make();

    /// <summary>Whether the folded word is one.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => word.Length <= 10 && All.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Make()
    {
        const string kazakh =
            "және мен бен пен үшін болып болды болған болады болатын болса бойынша туралы сондай мұндай осындай ондай "
            + "арқылы сияқты дейін кейін бұрын қарай жатыр отыр тұрған отырған жатқан екен емес керек қажет және немесе "
            + "бірақ алайда сондықтан өйткені егер онда мұнда бұлар олар оның оған оны бұны бұның соның соған осының "
            + "осыған барлық әрбір қандай қалай неге барып келіп деген дейді деді және тиіс ғана өзінің өзіне кезде "
            + "кезінде негізінде бірге басқа болуы біздің сіздің бізге сізге олардың бізді сізді оларды";
        const string russian =
            "чтобы если когда только также тоже того этого этом этот этой этих этим этими тому тому тогда чего чему "
            + "которые который которая которое которых которым которой которого котором которую которыми были было "
            + "была быть будет будут есть более менее между перед после через потому поэтому однако может могут можно "
            + "нужно надо себя себе собой свои свой своя свое своих своим своей своего своему весь всего всех всем "
            + "всеми очень даже лишь него нему ними нами вами меня тебя него нее него такой такие такая такое таких "
            + "здесь туда куда откуда почему сейчас теперь хотя либо ведь пока";
        const string english =
            "that this these those with from have been were will would could should their there they them then than "
            + "what when where which while whom whose your yours about after again against also because before being "
            + "below between both does doing down during each further here herself himself into itself just more most "
            + "myself only other ours over same some such themselves through under until very shall upon unto having "
            + "must might many much ever even thus though yourself hers";
        char[] space = [' '];
        return $"{kazakh} {russian} {english}"
            .Split(space, StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
