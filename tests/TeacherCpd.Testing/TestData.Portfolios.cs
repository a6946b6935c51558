using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using Person = TeacherCpd.Domain.Accounts.Person;

namespace TeacherCpd.Testing;

/// <summary>Reports that are handed in through the use cases.</summary>
public sealed partial class TestData
{
    /// <summary>The part that every plan asks for.</summary>
    public static readonly PortfolioPart FirstReport = new(MaterialKind.Report, 1);

    /// <summary>A teacher who is accepted in a running group.</summary>
    public async Task<(Person Teacher, Enrolment Enrolment)> ParticipantAsync(StudyGroup? group = null)
    {
        group ??= await GroupAsync(status: GroupStatus.Studying);
        var teacher = await PersonAsync(Role.Teacher);
        return (teacher, await EnrolmentAsync(group, teacher));
    }

    /// <summary>What a text file of the text is after it was received.</summary>
    public static ReceivedReport Report(string text) =>
        new(new HandedInFile("есеп.txt", "text/plain", text.Length, new string('b', 64)), text, 0, 0);

    /// <summary>Adds a report and hands in, as a teacher with a plan of one report does; the first refusal is the answer.</summary>
    public async Task<Result<Guid>> HandInAsync(Person teacher, Guid enrolmentId, ReceivedReport report, Guid? versionId = null)
    {
        var added = await app.SendAs(teacher, new AddMaterialCommand(Guid.CreateVersion7(), enrolmentId, MaterialKind.Report, 1, report));
        return added.Error is null ? await app.SendAs(teacher, new HandInPortfolioCommand(versionId ?? Guid.CreateVersion7(), enrolmentId)) : added;
    }

    /// <summary>Hands in a text and gives its queued check.</summary>
    public async Task<OriginalityCheck> HandInAsync(Person teacher, Enrolment enrolment, string text)
    {
        var version = await HandInAsync(teacher, enrolment.Id, Report(text));
        return await app.LookAsync(db => db.OriginalityChecks.SingleAsync(c => c.VersionId == version.Value));
    }

    /// <summary>Hands in one report past the use cases.</summary>
    public static (PortfolioVersion Version, PortfolioText Text) HandIn(Portfolio portfolio, string text, DateTime at)
    {
        var part = new PortfolioPart(MaterialKind.Report, 1);
        var material = portfolio.Receive(Guid.CreateVersion7(), part, Report(text).File, at, at).Value;
        var version = portfolio.HandIn(Guid.CreateVersion7(), [part], isChecked: true, at).Value;
        return (version, new PortfolioText { MaterialId = material.Id, Text = text });
    }

    /// <summary>Moves a portfolio past the use cases.</summary>
    public Task MoveAsync(Enrolment enrolment, PortfolioStatus to) => app.UseAsync(async services =>
    {
        var db = services.GetRequiredService<Infrastructure.Persistence.AppDbContext>();
        var portfolio = await db.Portfolios.SingleAsync(p => p.EnrolmentId == enrolment.Id);
        if (portfolio.Move(to, Now) is { } error)
        {
            throw new InvalidOperationException($"{error.Code}: {portfolio.Status} to {to}.");
        }

        await services.GetRequiredService<Application.Audit.AuditTrail>().SaveAsync("TestData", CancellationToken.None);
    });
}
