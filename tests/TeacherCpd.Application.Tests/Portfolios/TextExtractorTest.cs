using Microsoft.Extensions.Logging.Abstractions;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Infrastructure.Portfolios;

namespace TeacherCpd.Application.Tests.Portfolios;

/// <summary>Takes the text out of files, as the tests of every format do.</summary>
public abstract class TextExtractorTest
{
    protected const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    protected const string Odt = "application/vnd.oasis.opendocument.text";

    protected TextExtractor Extractor { get; } = new(NullLogger<TextExtractor>.Instance);

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected ExtractedText Text(Stream file, string name) => Extractor.Extract(file, name, Ct).Value;

    protected Error? Error(Stream file, string name) => Extractor.Extract(file, name, Ct).Error;
}
