using System.Security.Cryptography;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TeacherCpd.Browser.Tests;

/// <summary>Files that a teacher hands in.</summary>
internal static class Documents
{
    /// <summary>A docx of paragraphs.</summary>
    public static byte[] Docx(params string[] paragraphs) => Docx(0, paragraphs);

    /// <summary>A docx of paragraphs with a picture that cannot be packed any smaller.</summary>
    public static byte[] Docx(int pictureBytes, params string[] paragraphs)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(paragraphs.Select(p => new Paragraph(new Run(new Text(p))))));
            if (pictureBytes > 0)
            {
                using var picture = new MemoryStream(RandomNumberGenerator.GetBytes(pictureBytes));
                document.MainDocumentPart!.AddImagePart(ImagePartType.Png).FeedData(picture);
            }
        }

        return stream.ToArray();
    }
}

/// <summary>Two versions of a report.</summary>
internal static class Reports
{
    public const string First =
        "Мен 7 «Б» сыныбында қазақ әдебиетінен алты сабақ өткіздім. Оқушылар мәтінді жұппен оқып, бір-біріне сұрақ қойды. " +
        "Үшінші сабақта сұрақтарды өздері топтастырып, қайсысы ойлануды талап ететінін талқыладық. Айжан мен Дәулет бастапқыда үндемей отырды, " +
        "сондықтан оларға рөлдік карточка бердім. Карточкадан кейін екеуі де пікірін дәлелмен айта бастады.";

    public const string Second =
        "Тренердің пікірінен кейін есебімді қайта жаздым. Енді әр сабақтың мақсатын, оқушы жұмысынан алынған үзіндіні және өз қорытындымды қатар көрсеттім. " +
        "Алғашқы сабақта оқушылардың тең жартысы ғана сұрақ қойған еді, алтыншы сабақта жиырма төрт оқушының жиырмасы өз сұрағын тақтаға жазды. " +
        "Бақылау парағына сүйеніп, ұяң оқушыларға жұптық жұмыс пайдалы екенін көрдім. Келесі тоқсанда рөлдік карточканы өзгертіп, " +
        "оқушылардың өздеріне құрастыртпақпын. Әріптесім Сәуле сабағыма қатысып, уақытты тиімді бөлуге кеңес берді.";
}
