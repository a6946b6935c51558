using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Api;

/// <summary>
/// Says before a writing request is worked on that it is: of several with the same key one is worked on, and later ones get its answer.
/// </summary>
/// <param name="Key">Key that the program chose.</param>
/// <param name="Fingerprint">SHA-256 over method, address and body.</param>
[SignedIn]
public sealed record ClaimReplyCommand(string Key, string Fingerprint) : ICommand<ClaimedReply>;

/// <summary>What to do with a request.</summary>
/// <param name="Id">Row of the answer. Ids of what the request makes follow from it: worked on twice, it makes one.</param>
/// <param name="Given">The answer that was given before; null: the request is to be worked on.</param>
public sealed record ClaimedReply(Guid Id, GivenReply? Given);

/// <summary>An answer.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Location">Address of what was made; null where there is none.</param>
/// <param name="Body">JSON; empty where there is none.</param>
public sealed record GivenReply(int Status, string? Location, string Body);

/// <summary>The key was used for another request.</summary>
public sealed record KeyUsedOtherwise() : Error("api_key_used_otherwise", ErrorKind.Invalid);

/// <summary>The same request is worked on at this moment.</summary>
public sealed record RequestWorkedOn() : Error("api_request_worked_on", ErrorKind.Conflict);

internal sealed class ClaimReplyValidator : AbstractValidator<ClaimReplyCommand>
{
    public ClaimReplyValidator() => RuleFor(c => c.Key).NotEmpty().WithErrorCode("api_key_missing").MaximumLength(ApiReply.KeyMaxLength).WithErrorCode("too_long");
}

internal sealed class ClaimReplyHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ClaimReplyCommand, Result<ClaimedReply>>
{
    public async Task<Result<ClaimedReply>> Handle(ClaimReplyCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync($"api-replies/{user.Me}", cancellationToken);
        var now = time.UtcNow();
        var reply = await db.ApiReplies.SingleOrDefaultAsync(r => r.PersonId == user.Me && r.Key == request.Key, cancellationToken);
        if (reply is null)
        {
            reply = new ApiReply { PersonId = user.Me, Key = request.Key, Fingerprint = request.Fingerprint, At = now };
            db.ApiReplies.Add(reply);
            return new ClaimedReply(reply.Id, null);
        }

        if (reply.Fingerprint != request.Fingerprint)
        {
            return new KeyUsedOtherwise();
        }

        if (reply.Status is { } status)
        {
            return new ClaimedReply(reply.Id, new GivenReply(status, reply.Location, reply.Body));
        }

        if (now - reply.At < ApiReply.WorkedOnFor)
        {
            return new RequestWorkedOn();
        }

        reply.At = now;
        return new ClaimedReply(reply.Id, null);
    }
}
