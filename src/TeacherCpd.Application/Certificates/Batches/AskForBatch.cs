using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates.Batches;

/// <summary>Asks for certificates of a kind for all people of a group to whom they are due; they are issued in the background.</summary>
/// <param name="BatchId">Id that the form carries: sending it twice asks once.</param>
/// <param name="GroupId">Group of a branch in reach.</param>
/// <param name="Kind">Course, attendance or post-course.</param>
[RequirePermission(Permission.KeepCertificates)]
public sealed record AskForBatchCommand(Guid BatchId, Guid? GroupId, CertificateKind? Kind) : ICommand<Guid>;

/// <summary>Nothing of the kind is due to anybody of the group.</summary>
public sealed record NothingDue() : Error("batch_nothing_due", ErrorKind.Conflict);

/// <summary>Certificates of the kind are being issued to the group already.</summary>
public sealed record BatchThere() : Error("batch_there", ErrorKind.Conflict);

internal sealed class AskForBatchValidator : AbstractValidator<AskForBatchCommand>
{
    public AskForBatchValidator()
    {
        RuleFor(c => c.GroupId).NotNull().WithErrorCode("required");
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required").Must(k => k is null || BatchQueries.Kinds.Contains(k.Value)).WithErrorCode("required");
    }
}

internal sealed class AskForBatchHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<AskForBatchCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AskForBatchCommand request, CancellationToken cancellationToken)
    {
        var (groupId, kind) = (request.GroupId!.Value, request.Kind!.Value);
        if (!await db.GroupsToIssueFor(user).AnyAsync(g => g.Id == groupId, cancellationToken))
        {
            return new NotFound();
        }

        await db.TakeTurnAsync("certificate-batches", cancellationToken);
        if (await db.CertificateBatches.AnyAsync(b => b.Id == request.BatchId, cancellationToken))
        {
            return request.BatchId;
        }

        if (await db.CertificateBatches.AnyAsync(b => b.GroupId == groupId && b.Kind == kind && BatchQueries.Open.Contains(b.Status), cancellationToken))
        {
            return new BatchThere();
        }

        var due = await db.Due(kind, groupId).OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return new NothingDue();
        }

        db.CertificateBatches.Add(new CertificateBatch { Id = request.BatchId, Kind = kind, GroupId = groupId, PersonId = user.Me, AskedAt = time.UtcNow(), Total = due.Count });
        db.CertificateBatchRows.AddRange(due.Select(id => new CertificateBatchRow { BatchId = request.BatchId, EnrolmentId = id }));
        jobs.IssueBatch(request.BatchId);
        return request.BatchId;
    }
}
