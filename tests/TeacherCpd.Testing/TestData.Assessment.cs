using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Audit;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Testing;

/// <summary>Work that waits for feedback or for a grade.</summary>
public sealed partial class TestData
{
    /// <summary>A teacher's portfolio at a state, in a group of a trainer.</summary>
    public async Task<Work> WorkAsync(PortfolioStatus status, Person? trainer = null, Person? teacher = null, string text = "Сабақта оқушылар топпен жұмыс істеді.", StudyGroup? group = null)
    {
        trainer ??= await PersonAsync(Role.Trainer);
        teacher ??= await PersonAsync(Role.Teacher);
        group ??= await GroupAsync(trainer: trainer, status: GroupStatus.Studying);
        var enrolment = await EnrolmentAsync(group, teacher);
        var portfolio = await PortfolioAsync(enrolment, status, text);
        return new Work(teacher, group, enrolment, portfolio, portfolio.Versions.MaxBy(v => v.Number)!);
    }

    /// <summary>A finished check of a version, with passages found elsewhere.</summary>
    public async Task<OriginalityCheck> CheckAsync(PortfolioVersion version, int similarityPermille, params (int Start, int Length)[] passages)
    {
        var check = new OriginalityCheck
        {
            VersionId = version.Id,
            MaterialId = version.Materials.First().Id,
            Stage = version.Stage,
            QueuedAt = Now,
        };
        check.Finish(
            new CheckFindings(similarityPermille, similarityPermille, 0, 100, 0, [], [.. passages.Select(p => new OriginalityPassage
            {
                CheckId = check.Id,
                SourceMaterialId = check.MaterialId,
                Start = p.Start,
                Length = p.Length,
                SourceStart = 0,
                SourceLength = p.Length,
                Words = 1,
            })], []),
            Now,
            Now);
        await SaveAsync(check);
        return check;
    }

    /// <summary>The teacher hands in a new version, and its check ends well.</summary>
    public Task HandInAgainAsync(Work work, string text = "Екінші нұсқа.") => ChangeAsync(async db =>
    {
        var portfolio = await db.Portfolios.Include(p => p.Materials).Include(p => p.Versions).SingleAsync(p => p.Id == work.Portfolio.Id);
        db.PortfolioTexts.Add(HandIn(portfolio, text, Now).Text);
        portfolio.Move(PortfolioStatus.AwaitingAssessment, Now);
    });

    /// <summary>Levels for the criteria of the rubric by which a group is assessed; the last one for all that follow.</summary>
    public async Task<IReadOnlyList<MarkEntry>> MarksAsync(StudyGroup group, params Grade?[] levels)
    {
        var versionId = group.ProgrammeVersionId;
        var criteria = await app.LookAsync(db => (
            from plan in db.AssessmentPlans
            where plan.ProgrammeVersionId == versionId
            join rubric in db.Rubrics on plan.RubricId equals rubric.Id
            from criterion in rubric.Criteria
            orderby criterion.Order
            select criterion.Id).ToListAsync());
        return [.. criteria.Select((id, i) => new MarkEntry(id, levels[Math.Min(i, levels.Length - 1)], $"Пікір {i + 1}"))];
    }

    /// <summary>A portfolio that an assessor graded with one level throughout.</summary>
    public async Task<Guid> AssessAsync(Person assessor, Work work, Grade level)
    {
        var sheetId = (await app.SendAs(assessor, new TakeNextPortfolioCommand(Guid.CreateVersion7()))).Value;
        await app.SendAs(assessor, new SaveAssessmentCommand(sheetId, await MarksAsync(work.Group, level), "Жалпы пікір", true));
        await app.SendAs(assessor, new SignAssessmentCommand(sheetId));
        return sheetId;
    }

    /// <summary>The certificate of a person recommended by an assessor.</summary>
    public async Task<Certificate> CertificateAsync(Person? teacher = null)
    {
        var work = await WorkAsync(PortfolioStatus.AwaitingAssessment, teacher: teacher);
        await AssessAsync(await PersonAsync(Role.Assessor), work, Grade.Good);
        return await app.LookAsync(db => db.Certificates.SingleAsync(c => c.EnrolmentId == work.Enrolment.Id));
    }

    /// <summary>Changes records past the use cases.</summary>
    public Task ChangeAsync(Func<AppDbContext, Task> change) => app.UseAsync(async services =>
    {
        await change(services.GetRequiredService<AppDbContext>());
        await services.GetRequiredService<AuditTrail>().SaveAsync("TestData", CancellationToken.None);
    });
}

/// <summary>A teacher's portfolio and where it belongs.</summary>
public sealed record Work(Person Teacher, StudyGroup Group, Enrolment Enrolment, Portfolio Portfolio, PortfolioVersion Version);
